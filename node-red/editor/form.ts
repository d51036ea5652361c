/** Room that the tray's own edges take beside its content. */
const TRAY_EDGES = 60;

/** Node-RED asks for the width of the content while it builds the tray, then slides it in. */
const TRAY_OPENS_MS = 500;

/**
 * Opens the tray as wide as the form likes to be, and no wider than there is room: Node-RED takes
 * the width of the content, and would scroll sideways on a small screen.
 */
export function fitTray(width: number): void {
	const room = ($('#red-ui-editor-stack').position()?.left ?? innerWidth) - TRAY_EDGES;
	const form = $('#dialog-form, #node-config-dialog-edit-form');
	form.css('min-width', Math.min(width, room));
	// Only until the tray has its width: with a vertical scroll bar beside it, the form is a little narrower.
	setTimeout(() => form.css('min-width', ''), TRAY_OPENS_MS);
}
