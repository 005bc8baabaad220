import type { Tickets } from '../device/tickets';
import type { Joined } from '../protocol/frames';
import { MAIN, roomKey, type StreamKey, userKey } from '../protocol/names';
import type { RoomRow } from '../protocol/answers';
import { Problem, problemOf } from '../protocol/problem';
import { changeRoom, described, roomNamed, withoutStream, withPage, withRole } from '../state/changes';
import { newRoom, type Room } from '../state/state';
import { restarted } from '../state/timeline';
import { fullTime } from '../text/times';
import type { Context } from './context';

const ASK_AGAIN_MS = 3_000;
const JOINS_AT_ONCE = 4;

/** The rooms that this person is in, on the present connection and the next ones. */
export class Rooms {
  readonly #context: Context;
  readonly #tickets: Tickets;
  readonly #joined: (key: StreamKey, resumed: boolean) => void;
  /** Rooms joined on the present connection. */
  readonly #live = new Set<StreamKey>();
  readonly #joining = new Map<StreamKey, Promise<void>>();
  /** Rooms that this person was taken out of while the page is open; not joined again unasked. */
  readonly #removed = new Set<StreamKey>();
  /** The log from which each room's positions are. */
  readonly #epochs = new Map<StreamKey, string>();

  constructor(context: Context, tickets: Tickets, joined: (key: StreamKey, resumed: boolean) => void) {
    this.#context = context;
    this.#tickets = tickets;
    this.#joined = joined;
  }

  isLive(key: StreamKey): boolean {
    return this.#live.has(key);
  }

  wasRemoved(room: string): boolean {
    return this.#removed.has(roomKey(room));
  }

  onLost(): void {
    this.#live.clear();
  }

  /** Joins again, on a new connection, whatever was joined before; the first of them first. */
  async joinAll(first: string, epoch: string): Promise<void> {
    for (const [key, known] of this.#epochs) if (known !== epoch) this.#epochs.delete(key);
    const wanted = [...this.#context.store.state.streams.values()]
      .filter((stream): stream is Room => stream.kind === 'room')
      .filter(({ access }) => access.kind === 'in' || access.kind === 'joining' || isPassing(access))
      .sort((one, other) => Number(other.name === first) - Number(one.name === first));
    const next = async (): Promise<void> => {
      for (let room = wanted.shift(); room !== undefined; room = wanted.shift()) {
        await this.join(room.name).catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: JOINS_AT_ONCE }, next));
  }

  /** Fails with the problem, which the room also shows unless it is one of the password just typed. */
  join(room: string, password?: string): Promise<void> {
    const key = roomKey(room);
    if (this.#live.has(key)) return Promise.resolve();
    const running = this.#joining.get(key) ?? this.#join(key, room, password);
    this.#joining.set(key, running);
    return running.finally(() => this.#joining.delete(key));
  }

  async #join(key: StreamKey, room: string, password: string | undefined): Promise<void> {
    const unasked = password === undefined;
    if (unasked) this.#change(room, joining);
    try {
      this.#onJoined(key, await this.#ask(key, room, password));
    } catch (error) {
      const problem = problemOf(error);
      if (unasked) this.#onRefused(room, problem);
      throw problem;
    }
  }

  /** Joins again what the server no longer counts as joined. */
  async rejoin(room: string): Promise<void> {
    this.#live.delete(roomKey(room));
    await this.join(room).catch(() => undefined);
  }

  async leave(room: string): Promise<void> {
    await this.#context.api.rooms.leave(room);
    this.#context.connection.tell({ type: 'leave', room });
    this.forget(room);
  }

  /** Out of the room; `main` stays in the list, to come back to. */
  forget(room: string): void {
    const key = roomKey(room);
    this.#removed.add(key);
    this.#live.delete(key);
    this.#epochs.delete(key);
    this.#tickets.drop(key);
    const isMain = key === roomKey(MAIN);
    this.#context.store.update((state) =>
      isMain ? changeRoom(state, MAIN, () => newRoom(MAIN)) : withoutStream(state, key),
    );
  }

  /** Owner, topic and roles, for the room on the page. */
  async describe(room: string): Promise<void> {
    if (roomNamed(this.#context.store.state, room)?.crowd?.asked === false) void this.morePeople(room);
    const { rooms } = this.#context.api;
    const [row, moderators] = await Promise.allSettled([rooms.one(room), rooms.moderators(room)]);
    if (row.status === 'fulfilled') this.#change(room, (known) => withBan(described(known, row.value), row.value));
    else if (problemOf(row.reason).code === 'not_found') this.#onMissing(room, problemOf(row.reason));
    if (moderators.status === 'rejected') return;
    const roles = new Map(moderators.value.map(({ username, role }) => [userKey(username), role]));
    this.#change(room, (known) => ({ ...known, roles }));
  }

  /** Fails with the ban of this person, if there is one. */
  async requireNoBan(room: string): Promise<void> {
    const { ban } = await this.#context.api.rooms.one(room);
    if (ban) throw banned(ban);
  }

  /** The next of those who are in a crowd. */
  async morePeople(room: string): Promise<void> {
    const crowd = roomNamed(this.#context.store.state, room)?.crowd;
    if (crowd === undefined || (crowd.asked && crowd.next === undefined)) return;
    const page = await this.#context.api.rooms.online(room, crowd.next).catch(() => undefined);
    if (page === undefined) return;
    const users = page.members.map(({ username }) => username);
    this.#change(room, (known) => withPage(known, users, page.next ?? undefined));
  }

  /** With the ticket if there is one; without it if the ticket is not taken. */
  async #ask(key: StreamKey, room: string, password: string | undefined): Promise<Joined> {
    await this.#context.connection.whenLive();
    const ticket = password === undefined ? this.#tickets.of(key) : undefined;
    const seen = roomNamed(this.#context.store.state, room)?.timeline.seen ?? -1;
    const epoch = this.#epochs.get(key);
    const since = epoch !== undefined && seen >= 0 ? { since: seen, epoch } : {};
    const { connection } = this.#context;
    const plain = { type: 'join', room, ...since } as const;
    if (password !== undefined) return connection.request({ ...plain, password });
    if (ticket === undefined) return connection.request(plain);
    try {
      return await connection.request({ ...plain, ticket });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.passing || problem.code === 'banned') throw problem;
      this.#tickets.drop(key);
      return connection.request(plain);
    }
  }

  #onJoined(key: StreamKey, joined: Joined): void {
    this.#live.add(key);
    this.#removed.delete(key);
    this.#epochs.set(key, joined.epoch);
    this.#tickets.keep(key, joined.room, joined.ticket);
    // what was said before somebody came is not new to them
    const { counted } = this.#context.store.state;
    this.#change(joined.room, (room) => ({
      ...withRole(room, this.#context.me, joined.role, this.#context.me),
      name: joined.room,
      owner: joined.role === 'owner' ? this.#context.me : room.owner,
      access: { kind: 'in' },
      lastRead: room.lastRead ?? (counted ? joined.position : undefined),
      users: joined.users,
      crowd: joined.online > joined.users.length ? { online: joined.online, asked: false } : undefined,
      timeline: joined.resumed ? room.timeline : restarted(room.timeline, joined.position + 1),
    }));
    this.#joined(key, joined.resumed);
  }

  #onRefused(room: string, problem: Problem): void {
    if (problem.code === 'unreachable') return;
    this.#change(room, (known) => ({ ...known, access: { kind: 'refused', problem } }));
    if (!problem.passing) return;
    const wait = Math.max((problem.retryAfter ?? 0) * 1000, ASK_AGAIN_MS);
    window.setTimeout(() => {
      const known = roomNamed(this.#context.store.state, room);
      if (known !== undefined && isPassing(known.access)) void this.join(room).catch(() => undefined);
    }, wait);
  }

  #onMissing(room: string, problem: Problem): void {
    this.#change(room, (known) =>
      known.access.kind === 'outside' ? { ...known, access: { kind: 'refused', problem } } : known,
    );
  }

  #change(room: string, step: (room: Room) => Room): void {
    this.#context.store.update((state) => changeRoom(state, room, step));
  }
}

/** Who is banned is told so before they try to come in; who was told otherwise before is told that it is over. */
function withBan(room: Room, { ban }: RoomRow): Room {
  const { access } = room;
  const asIfBanned = access.kind === 'refused' && access.problem.code === 'banned';
  if (!ban) return asIfBanned ? { ...room, access: { kind: 'outside' } } : room;
  return access.kind === 'outside' || asIfBanned ? { ...room, access: { kind: 'refused', problem: banned(ban) } } : room;
}

function banned({ reason, until }: NonNullable<RoomRow['ban']>): Problem {
  const length = until ? ` until ${fullTime(new Date(until))}` : '';
  return new Problem({ code: 'banned', detail: `You are banned from this room${length}${reason ? `: ${reason}` : '.'}` });
}

/** What can't be joined for now keeps saying so while it is tried again. */
function joining(room: Room): Room {
  return room.access.kind === 'in' || isPassing(room.access) ? room : { ...room, access: { kind: 'joining' } };
}

function isPassing(access: Room['access']): boolean {
  return access.kind === 'refused' && access.problem.passing;
}
