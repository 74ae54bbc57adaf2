import { Button, TextField } from "@sliceway/ui";
import { useDraft, useMutation } from "@sliceway/web-kit";
import { useState } from "react";
import { AddNote as AddNoteDocument } from "./AddNote.graphql.ts";

export function AddNote() {
  const [addNote] = useMutation(AddNoteDocument);
  const [text, setText, clear] = useDraft("notes:new", "");
  const [added, setAdded] = useState("");
  const add = async () => {
    const { data, error } = await addNote({ variables: { text: text || "Water the plants" } });
    setAdded(data?.addNote?.text ?? error?.message ?? "");
    if (data?.addNote) clear();
  };
  return (
    <>
      <TextField label="Note" value={text} onChange={setText} />
      <Button onPress={() => void add()}>Add</Button>
      <output>{added}</output>
    </>
  );
}
