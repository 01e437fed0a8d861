import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as api from '../http/api.ts';
import { LightElement } from '../light-element.ts';
import { avatar } from '../people/avatar.ts';
import { standingWords } from '../people/standing.ts';
import { nobody, type Presence, standingOf } from '../state/presence.ts';
import type { Room } from '../state/room.ts';
import { problemText } from '../texts/reasons.ts';
import { text } from '../texts/texts.ts';
import { noRights, type Rights } from '../timeline/message-acts.ts';
import type { Person } from '../wire/protocol.ts';
import './people-finder.ts';

/** Who is in a room, with whom to invite, and, for those who may, whom to make an owner or put out. */
@customElement('room-members')
export class RoomMembers extends LightElement {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) presence: Presence = nobody;
  @property({ attribute: false }) rights: Rights = noRights;
  @property({ attribute: false }) confirm!: (title: string, words: string, action: string) => Promise<boolean>;
  @state() private people: readonly api.Member[] = [];
  @state() private problem = '';

  /** The list is asked for again with everything that happens to the room's members, here or elsewhere. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('room');
    const isSame =
      before?.id === this.room.id && before.members === this.room.members && before.owner === this.room.owner;
    if (changed.has('room') && !isSame) void this.attempt(() => this.load());
  }

  protected override render() {
    return html`
      <h3>${text('details.members')} <span class="faint">${this.room.members}</span></h3>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${
        this.rights.archived
          ? nothing
          : html`<people-finder
              .label=${text('details.invite')}
              .without=${this.people.map(({ username }) => username)}
              @person-chosen=${({ detail }: CustomEvent<Person>) => this.change(() => api.addMember(this.room.id, detail.username))}
            ></people-finder>`
      }
      <ul class="list" data-testid="members">
        ${this.people.map((person) => this.renderMember(person))}
      </ul>
    `;
  }

  private renderMember({ username, displayName, owner }: api.Member) {
    const standing = standingOf(this.presence, username);
    return html`<li class="entry">
      ${avatar(username, displayName, standing)}
      <span class="what">
        <span class="one-line"><bdi>${displayName}</bdi>${standingWords(standing)}</span>
        <span class="faint one-line" dir="auto">${owner ? `${username} · ${text('details.owner')}` : username}</span>
      </span>
      ${this.rights.moderates ? this.renderTools(username, displayName, owner) : nothing}
    </li>`;
  }

  private renderTools(username: string, name: string, owner: boolean) {
    const { id } = this.room;
    return html`<span class="tools">
      <button class="button-text" @click=${() => this.change(() => api.turnOwner(id, username, !owner))}>
        ${text(owner ? 'details.make-member' : 'details.make-owner')}
      </button>
      ${
        username === this.rights.me || id === 'general'
          ? nothing
          : html`<button class="button-text" @click=${() => this.putOut(username, name)}>
              ${text('details.put-out')}
            </button>`
      }
    </span>`;
  }

  private async putOut(username: string, name: string): Promise<void> {
    const words = [
      text('details.put-out-title', { name }),
      text('details.put-out-text'),
      text('details.put-out'),
    ] as const;
    if (await this.confirm(...words)) await this.change(() => api.removeMember(this.room.id, username));
  }

  private change(work: () => Promise<unknown>): Promise<void> {
    return this.attempt(async () => {
      await work();
      await this.load();
    });
  }

  private async load(): Promise<void> {
    this.people = await api.members(this.room.id);
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.problem = '';
    } catch (problem) {
      this.problem = problemText(problem);
    }
  }
}
