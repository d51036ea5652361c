import { TemplateCache } from '../../core/templates/template-cache';
import { n8nClock } from './clock';

/** Templates read in this process, for minutes. */
export const templateCache = new TemplateCache(n8nClock);
