import { avatarStyles } from '../common/avatar';
import { shared } from '../common/shared';
import { partStyles } from '../message/parts.styles';
import { codeStyles } from '../text/code.styles';
import { formattedStyles } from '../text/formatted.styles';
import { attachmentStyles } from '../message/attachments.styles';
import { messageStyles } from './message.styles';
import { timelineStyles } from './timeline.styles';

/** What whatever shows messages starts from. */
export const talkStyles = [
  shared,
  avatarStyles,
  timelineStyles,
  messageStyles,
  attachmentStyles,
  formattedStyles,
  codeStyles,
  partStyles,
];
