import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { Label } from 'react-aria-components/Label';
import { Icon } from './Icon.tsx';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Shorter form for the closed control. */
  readonly short?: string;
  /** Shorter still, where the container is under 600 px wide. */
  readonly narrow?: string;
  readonly detail?: string;
  /** Why it cannot be chosen; shown under the title. */
  readonly disabledReason?: string | undefined;
}

interface SelectProps<Id extends string> {
  readonly label: string;
  /** False: the label stands above the control. */
  readonly labelHidden?: boolean;
  readonly options: readonly Option<Id>[];
  readonly chosen: Id;
  readonly onChange: (id: Id) => void;
  readonly className?: string;
  readonly disabled?: boolean;
}

/** One of a few. What cannot be chosen stays listed with the reason. */
export function Select<Id extends string>({ label, labelHidden = true, options, chosen, onChange, className = '', disabled = false }: SelectProps<Id>) {
  const current = options.find(({ id }) => id === chosen);
  return (
    <AriaSelect
      className={`select ${className}`}
      value={chosen}
      isDisabled={disabled}
      disabledKeys={options.filter(({ disabledReason }) => disabledReason !== undefined).map(({ id }) => id)}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option) onChange(option.id);
      }}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="button button-plain select-button" data-focus-home="">
        <SelectValue className="select-value">{() => <Chosen option={current} />}</SelectValue>
        <Icon name="chevron-down" size={16} />
      </Button>
      <Popover className="popover popover-list" offset={4}>
        <ListBox className="listbox">
          {options.map(({ id, title, detail, disabledReason }) => (
            <ListBoxItem key={id} id={id} textValue={title} className="listbox-item">
              <Text slot="label" className="listbox-title">{title}</Text>
              {(disabledReason ?? detail) !== undefined && <Text slot="description" className="listbox-detail">{disabledReason ?? detail}</Text>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Chosen({ option }: { readonly option: Option<string> | undefined }) {
  const words = option?.short ?? option?.title ?? 'Choose';
  if (option?.narrow === undefined) return words;
  return (
    <>
      <span className="value-wide">{words}</span>
      <span className="value-narrow">{option.narrow}</span>
    </>
  );
}
