import './layers.css';
import './reset.css';
import './tokens.css';
import './base.css';
import './controls.css';
import './dialog.css';
import './utilities.css';
