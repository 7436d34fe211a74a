import { Alias, Anchor } from '../yaml/anchor';
import type { Service } from './compose-file';
import { mapped } from './escaped';

/** Where nothing is said of the memberships, their names are enough. What several of them say alike is said once. */
export function membershipsOf(service: string, networks: NonNullable<Service['networks']>): object {
  const all = Object.values(networks).flatMap(({ aliases }) => (aliases ? [JSON.stringify(aliases)] : []));
  if (all.length === 0) return Object.keys(networks);
  const repeated = new Set(all.filter((list, index) => all.indexOf(list) < index));
  const names = new AnchorNames(service);
  return mapped(networks, ({ aliases }) => {
    if (aliases === undefined) return {};
    const list = JSON.stringify(aliases);
    return { aliases: repeated.has(list) ? names.anchored(list, aliases) : aliases };
  });
}

/** More aliases of one anchor are an attack to some readers. */
const most = 100;

/**
 * The anchors of a service, and how often each was meant. Their names have letters, digits, `_` and `-` alone, as older
 * readers want it; nothing else in the file is called so.
 */
class AnchorNames {
  private readonly uses = new Map<string, { readonly anchor: string; readonly count: number }>();
  private made = 0;

  constructor(private readonly service: string) {}

  anchored(list: string, value: readonly string[]): Anchor | Alias {
    const { anchor, count } = this.uses.get(list) ?? { anchor: '', count: most };
    if (count === most) return this.anchor(list, value);
    this.uses.set(list, { anchor, count: count + 1 });
    return new Alias(anchor);
  }

  private anchor(list: string, value: readonly string[]): Anchor {
    this.made += 1;
    const anchor = `${this.service.replace(/[^\w-]/g, '_')}-names${this.made === 1 ? '' : `-${this.made}`}`;
    this.uses.set(list, { anchor, count: 1 });
    return new Anchor(anchor, value);
  }
}
