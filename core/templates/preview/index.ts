export { previewHtml, previewPage, type PreviewOptions } from './preview-html';
export { previewModel, type PreviewedTemplate } from './preview-model';
export { previewText } from './preview-text';
export type * from './model';
