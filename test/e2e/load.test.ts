import { askAboutDisruptions } from './load/disruptions';
import { loadedOn } from './load/loaded';
import { askAboutRollouts } from './load/rollouts';
import { askAboutScalingMeanwhile } from './load/scaling';
import { askAboutStops } from './load/stops';
import { selected } from './selected';

describe.each(selected())('requests on %s', (name) => {
  const loaded = loadedOn(name);
  const askAboutScaling = name === 'kubernetes' ? askAboutScalingMeanwhile(loaded) : () => {};
  askAboutStops(loaded);
  // A laptop has one pod of each: it is away while another takes its place, and nobody evicts it.
  if (name === 'kubernetes') {
    askAboutRollouts(loaded);
    askAboutDisruptions(loaded);
    askAboutScaling();
  }
});
