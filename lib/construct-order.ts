import type { App } from 'cdk8s';
import type { Problem } from './checks/problem';
import { visible } from './checks/shown';

/** Problems as their constructs follow each other in the tree; what is of no construct comes first. */
export function inConstructOrder(app: App, problems: readonly (Problem | string)[]): readonly (Problem | string)[] {
  if (problems.length < 2) return problems;
  const places = new Map(app.node.findAll().map(({ node }, index) => [visible(node.path), index]));
  const placed = problems.map((problem) => ({ problem, place: places.get(constructOf(problem)) ?? -1 }));
  return placed.sort((one, other) => one.place - other.place).map(({ problem }) => problem);
}

/** `orders/api · image: …`, or `orders/api: …` of a check that is not ours. */
function constructOf(problem: Problem | string): string {
  return typeof problem === 'string' ? problem.split(/ · |: /, 1).join('') : visible(problem.construct);
}
