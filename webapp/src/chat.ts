import './styles/index.ts';
import './theme.ts';
import './chat/chat-page.ts';
