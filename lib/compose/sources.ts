import { type Difference, local } from '../differences/difference';
import type { SourceMount } from '../local/local-options';
import type { Container } from '../workloads/workload';
import type { Fragment } from './fragment';
import { fromProject } from './image';
import type { Unit } from './unit';

/** How an edit of the sources reaches the container. What Compose would copy into it, a read-only root would not take. */
export function sourcesOf({ container, local: { build, watch } }: Unit): Fragment {
  if (typeof watch === 'object') return mounted(container, watch);
  if (watch !== 'rebuild' || build === undefined) return {};
  const path = fromProject(typeof build === 'string' ? build : build.context);
  return { service: { develop: { watch: [{ action: 'rebuild', path }] } } };
}

function mounted(container: Container, { mount, at, command }: SourceMount): Fragment {
  return {
    service: {
      volumes: [
        {
          type: 'bind',
          source: fromProject(mount),
          target: at,
          read_only: true,
          bind: { create_host_path: false },
        },
      ],
    },
    differences: command ? replaced(container) : [],
  };
}

function replaced({ field }: Container): readonly Difference[] {
  const words = [field.at('command'), field.at('args')].filter((place) => place.exists);
  return words.map((place) =>
    local(place, 'replaced by the command of watch', 'how the cluster starts it is not tried here'),
  );
}
