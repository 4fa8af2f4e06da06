import './texts';
import './together.css';

export { PartsPanel } from './PartsPanel';
export { SafeguardsPanel } from './SafeguardsPanel';
