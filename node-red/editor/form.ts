/** Room that the tray's own edges take beside its content. */
const TRAY_EDGES = 60;

/**
 * Opens the tray as wide as the form likes to be, and no wider than there is room: Node-RED takes
 * the width of the content, and would scroll sideways on a small screen.
 */
export function fitTray(width: number): void {
	const room = ($('#red-ui-editor-stack').position()?.left ?? innerWidth) - TRAY_EDGES;
	$('#dialog-form, #node-config-dialog-edit-form').css('min-width', Math.min(width, room));
}
