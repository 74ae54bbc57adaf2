import { Button } from "@sliceway/ui";
import { useMutation } from "@sliceway/web-kit";
import { useState } from "react";
import { AddNote as AddNoteDocument } from "./AddNote.graphql.ts";

export function AddNote() {
  const [addNote] = useMutation(AddNoteDocument);
  const [added, setAdded] = useState("");
  const add = async () => {
    const { data, error } = await addNote({ variables: { text: "Water the plants" } });
    setAdded(data?.addNote?.text ?? error?.message ?? "");
  };
  return (
    <>
      <Button onPress={() => void add()}>Add</Button>
      <output>{added}</output>
    </>
  );
}
