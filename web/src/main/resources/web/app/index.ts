import './styles/tokens.css';
import './styles/page.css';
import './ui/root';
import { app } from './app';

app.start();
