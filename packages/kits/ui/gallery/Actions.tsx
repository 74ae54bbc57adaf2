import {
  Avatar,
  Badge,
  Button,
  Heading,
  Icon,
  IconButton,
  type IconName,
  Inline,
  Spinner,
  Stack,
} from "@sliceway/ui";

const ICONS =
  "home people person search heart heart-filled comment trash more settings sun moon globe logout plus check x back refresh warning".split(
    " ",
  ) as IconName[];
const VARIANTS = ["primary", "secondary", "quiet", "danger"] as const;
const NAMES = ["Ada Lovelace", "이도윤", "Grace Hopper", "Noor", "박서연", "Linus", "Zoë Ω", "Kim Ha-neul"];

export function Actions() {
  return (
    <Stack gap={4} as="section">
      <Heading level={2}>Actions</Heading>
      <Inline>
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
      </Inline>
      <Inline>
        <Button variant="primary" pending>
          Saving
        </Button>
        <Button isDisabled>Disabled</Button>
        <Button icon="plus" size="small" variant="primary">
          Add friend
        </Button>
        <Button icon="check" size="small">
          Friends
        </Button>
        <Button size="small" variant="quiet">
          친구 끊기
        </Button>
      </Inline>
      <Inline>
        <IconButton icon="more" label="More" />
        <IconButton icon="refresh" label="Refresh" pending />
        <Badge>12</Badge>
        <Badge tone="accent">3 new</Badge>
        <Badge tone="danger">Blocked</Badge>
        <Spinner label="Loading" />
      </Inline>
      <Inline gap={3}>
        {ICONS.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </Inline>
      <Inline gap={2}>
        {NAMES.map((name) => (
          <Avatar key={name} id={name} name={name} />
        ))}
      </Inline>
      <Inline gap={3}>
        <Avatar id="x" name="Alice Liddell" size="small" />
        <Avatar id="y" name="김민지" size="large" />
        <Avatar id="z" name="Bob" size="huge" />
      </Inline>
    </Stack>
  );
}
