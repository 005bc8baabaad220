import { Heartbeat } from '../../main/resources/web/app/link/heartbeat';
import { equal, tests } from './check';

tests('the heartbeat', {
  'asks at once when the browser gives reason to doubt'() {
    let pings = 0;
    const heartbeat = new Heartbeat(
      () => void pings++,
      () => undefined,
    );
    heartbeat.doubt();
    equal(pings, 0);
    heartbeat.start();
    equal(pings, 0);
    heartbeat.doubt();
    equal(pings, 1);
    heartbeat.stop();
  },
});
