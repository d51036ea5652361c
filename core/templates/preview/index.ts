export { previewHtml, previewPage, type PreviewOptions } from './preview-html';
export { previewModel, type PreviewedTemplate } from './preview-model';
export { previewText } from './preview-text';
export { BUTTONS_SHOWN } from './model';
export type * from './model';
