export {
  createDemoNetwork,
  type DemoFriendship,
  type DemoNetwork,
  type DemoPerson,
  type DemoPost,
  type DemoRequest,
} from "./demo-network.ts";
export { demoAccounts } from "./people.ts";
