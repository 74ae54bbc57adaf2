/** A slice with a page and a slot, and a second one whose fragment it spreads. */
export const NOTES = {
  "contract/schema.graphql": `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { notes(tag: String, first: Int, after: String): NoteConnection }
    type NoteConnection { edges: [NoteEdge!]! pageInfo: PageInfo! }
    type NoteEdge { cursor: String! node: Note }
    type PageInfo { hasNextPage: Boolean! endCursor: String }
    type Note @key(fields: "id") { id: ID! text: String author: Person }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
  `,
  "contract/fragments.graphql": "fragment NoteCard_note on Note { id text author { id ...Badge_person } }",
  "web/src/pages/NotesPage.graphql": `
query NotesPage($tag: String, $after: String) {
  notes(tag: $tag, first: 10, after: $after) {
    edges { cursor node { id ...NoteCard_note ...NoteLine_note } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  "web/src/pages/NotesPage.tsx": `
import { Card } from "@sliceway/ui";
import { usePageQuery } from "@sliceway/web-kit";
import { NotesPage as NotesPageDocument } from "./NotesPage.graphql.ts";
export function NotesPage() {
  const { data } = usePageQuery(NotesPageDocument);
  return <Card>{data.notes?.edges.length}</Card>;
}`,
  "web/src/components/NoteLine.graphql": "fragment NoteLine_note on Note { id text }",
  "web/src/components/NoteCard.tsx": `
import { type FragmentType, Slot, useFragment } from "@sliceway/web-kit";
import { NoteCard_note } from "../contract.graphql.ts";
import "./NoteCard.css";
export function NoteCard({ of }: { of: FragmentType<typeof NoteCard_note> }) {
  const { data } = useFragment({ fragment: NoteCard_note, from: of });
  return <p className="notes-card">{data?.text} <Slot name="person.badge" of={data?.author} /></p>;
}`,
  "web/src/components/NoteCard.css": "@layer slice { .notes-card { color: red } }",
};

export const PEOPLE = {
  "contract/schema.graphql": `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { person(handle: String!): Person }
    type Person @key(fields: "id") { id: ID! name: String }
  `,
  "contract/fragments.graphql": "fragment Badge_person on Person { id name }",
};
