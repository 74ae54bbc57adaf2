import { createDemoNetwork, type DemoPerson } from "@sliceway/demo-network";
import type { SliceService } from "@sliceway/subgraph-kit";
import type { Insertable } from "kysely";
import { publicFacts } from "./account.ts";
import type { PublishedEvents } from "./contract.events.ts";
import type { Tables } from "./db/tables.ts";
import { hashPassword } from "./password-hash.ts";

/** Opens the accounts of the demo network. People who are there already stay as they are. */
export async function seed({ db, outbox, now, log }: SliceService<Tables, PublishedEvents>): Promise<void> {
  const { people } = createDemoNetwork(1, now());
  const accounts = await Promise.all(people.map(accountRow));
  const joined = await db.transaction().execute(async (tx) => {
    const rows = await tx
      .insertInto("account")
      .values(accounts)
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .execute();
    const inserted = new Set(rows.map(({ id }) => id));
    const newcomers = people.filter(({ id }) => inserted.has(id));
    await outbox.addAll(tx, newcomers.map(signedUp));
    return newcomers.length;
  });
  log.info({ people: joined }, "loaded the people of the demo network");
}

/** Only the documented accounts have a password; the others open to nobody. */
async function accountRow(person: DemoPerson): Promise<Insertable<Tables["account"]>> {
  return {
    id: person.id,
    handle: person.handle,
    name: person.name,
    bio: person.bio,
    avatar_url: person.avatarUrl,
    password_hash: person.password ? await hashPassword(person.password) : null,
    developer: person.developer,
    created_at: person.joinedAt,
  };
}

function signedUp({ joinedAt, ...person }: DemoPerson) {
  return {
    type: "login.UserSignedUp.v1" as const,
    subject: person.id,
    data: publicFacts({ ...person, createdAt: new Date(joinedAt) }),
    time: joinedAt,
  };
}
