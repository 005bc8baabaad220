import './styles/tokens.css';
import './styles/page.css';
import './ui/root';
import { app } from './app';
import { hideComposition } from './ui/common/composition';

hideComposition();
app.start();
