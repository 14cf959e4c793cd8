import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Icon } from './Icon.tsx';

interface SearchOption {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
}

interface SearchSelectProps {
  readonly label: string;
  readonly placeholder: string;
  /** Keep the list itself for as long as it holds the same. */
  readonly options: readonly SearchOption[];
  /** Called for each choice; the field empties itself for the next. */
  readonly onChoose: (id: string) => void;
}

/** Type to find one of many, choose it, and go on. */
export function SearchSelect({ label, placeholder, options, onChoose }: SearchSelectProps) {
  // A new field for each choice: emptying the old one would open its list again.
  const [turn, setTurn] = useState(0);
  return (
    <ComboBox
      className="select search-select"
      key={turn}
      value={null}
      onChange={(key) => {
        if (key === null) return;
        onChoose(String(key));
        setTurn(turn + 1);
      }}
      menuTrigger="input"
      defaultItems={options}
      allowsEmptyCollection
    >
      <Label className="visually-hidden">{label}</Label>
      <div className="search-field">
        <Icon name="search" size={16} />
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader was in this field when the choice renewed it */}
        <Input className="search-input" data-focus-home="" placeholder={placeholder} autoFocus={turn > 0} />
        <Button className="button button-link button-icon"><Icon name="chevron-down" size={16} /></Button>
      </div>
      <Popover className="popover popover-list" offset={4}>
        <ListBox className="listbox" renderEmptyState={() => <p className="listbox-empty">Nothing by that name.</p>}>
          {({ id, title, detail }: SearchOption) => (
            <ListBoxItem id={id} textValue={title} className="listbox-item">
              <Text slot="label" className="listbox-title">{title}</Text>
              {detail !== undefined && <Text slot="description" className="listbox-detail">{detail}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
