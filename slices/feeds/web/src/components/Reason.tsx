import { Icon, type IconName, Text } from "@sliceway/ui";

export function Reason({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <li className="feeds-reason">
      <span className="feeds-reason-icon">
        <Icon name={icon} />
      </span>
      <div>
        <Text weight="strong">{title}</Text>
        <Text tone="muted">{text}</Text>
      </div>
    </li>
  );
}
