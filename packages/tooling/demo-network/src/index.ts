export { createDemoNetwork } from "./create-demo-network.ts";
export type {
  DemoFriendship,
  DemoNetwork,
  DemoPerson,
  DemoPost,
  DemoRequest,
} from "./demo-network.ts";
export { demoAccounts } from "./people.ts";
