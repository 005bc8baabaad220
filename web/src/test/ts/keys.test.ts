import { hideComposition, isOfComposition } from '../../main/resources/web/app/ui/common/composition';
import { equal, tests } from './check';

tests('keys', {
  'of a composition are known by the browser’s word or by Safari’s code'() {
    equal(isOfComposition({ isComposing: true, keyCode: 13 }), true);
    equal(isOfComposition({ isComposing: false, keyCode: 229 }), true);
    equal(isOfComposition({ isComposing: false, keyCode: 13 }), false);
  },

  'of a composition are seen by nothing on the page'() {
    hideComposition();
    const field = document.body.appendChild(document.createElement('input'));
    const seen: number[] = [];
    field.addEventListener('keydown', (event) => seen.push(event.keyCode));
    for (const keyCode of [229, 13]) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode, bubbles: true, composed: true }));
    }
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    field.remove();
    equal(seen, [13]);
  },
});
