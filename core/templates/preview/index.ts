export {
	PREVIEW_STYLE,
	previewHtml,
	previewPage,
	previewPhone,
	type PreviewOptions,
} from './preview-html';
export { escapeHtml } from './escape';
export { previewModel, type PreviewedTemplate } from './preview-model';
export { previewText } from './preview-text';
export { BUTTONS_SHOWN } from './model';
export type * from './model';
