export { inLanguage, saidIn, type Said } from './in-language';
