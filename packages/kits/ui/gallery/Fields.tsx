import { Button, Card, Form, Heading, Stack, TextArea, TextField } from "@sliceway/ui";
import { useState } from "react";

export function Fields() {
  const [text, setText] = useState("The kettle is on, the rain is loud, and I have nowhere to be.");
  return (
    <Stack gap={4} as="section">
      <Heading level={2}>Fields</Heading>
      <Card padding="large">
        <Form label="Account" onSubmit={() => setText("")}>
          <TextField label="Name" defaultValue="Alice Liddell" />
          <TextField label="Handle" prefix="@" defaultValue="al" error="At least 3 characters." />
          <TextField
            label="Find people"
            labelHidden
            icon="search"
            type="search"
            placeholder="Name or handle"
          />
          <TextField label="비밀번호" type="password" description="10자 이상 입력해 주세요." />
          <TextArea label="Bio" value={text} onChange={setText} limit={60} rows={3} />
          <Button variant="primary" type="submit" wide>
            Save
          </Button>
        </Form>
      </Card>
    </Stack>
  );
}
