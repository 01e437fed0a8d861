import './styles/index.ts';
import './theme.ts';
import './account/sign-in-page.ts';
