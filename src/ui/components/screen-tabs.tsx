// How is a screen of several parts shown, one part at a time, with the part's name in the address?
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import './screen-tabs.css';

interface ScreenTabsProps<Name extends string> {
  /** Names in their order; the first one is the screen's own address. */
  readonly names: readonly Name[];
  readonly shown: Name;
  readonly label: (name: Name) => ReactNode;
  /** `undefined` for the first name, so that its address stays short. */
  readonly onShow: (name: Name | undefined) => void;
  /** Only the shown part is drawn; what the others know is asked for when they are opened. */
  readonly part: (name: Name) => ReactNode;
}

export function ScreenTabs<Name extends string>(props: ScreenTabsProps<Name>) {
  const { names, shown, label, onShow, part } = props;
  return (
    <Tabs
      value={shown}
      onChange={(next) => onShow(names.find((name, at) => name === next && at > 0))}
      keepMounted={false}
      className="cb-tabs"
    >
      <Tabs.List px={14}>
        {names.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {label(name)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {names.map((name) => (
        <Tabs.Panel key={name} value={name} className="cb-page">
          {name === shown ? part(name) : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
