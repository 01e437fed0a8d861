import { html } from 'lit';
import { text, type TextKey } from '../texts/texts.ts';
import type { RoomKind } from '../wire/protocol.ts';

/** What a room can be made; a direct one comes about by its people. */
export type ChosenKind = Exclude<RoomKind, 'direct'>;

const kinds: Record<ChosenKind, [TextKey, TextKey]> = {
  public: ['kind.public', 'kind.public-hint'],
  private: ['kind.private', 'kind.private-hint'],
  announcement: ['kind.announcement', 'kind.announcement-hint'],
};

export const allKinds = Object.keys(kinds) as readonly ChosenKind[];
/** Those that everybody finds. */
export const openKinds = allKinds.filter((kind) => kind !== 'private');

export function kindChoice(chosen: RoomKind, choose: (kind: ChosenKind) => void, offered = allKinds) {
  return html`<fieldset>
    <legend>${text('create.kind')}</legend>
    ${offered.map((kind) => {
      const [name, hint] = kinds[kind];
      return html`<label>
        <input
          type="radio"
          name="kind"
          data-testid="kind-${kind}"
          .checked=${kind === chosen}
          @change=${() => choose(kind)}
        />
        ${text(name)}<span class="faint">${text(hint)}</span>
      </label>`;
    })}
  </fieldset>`;
}
