/** Line icons on a 24 × 24 grid, drawn for this page. */
const paths = {
	clock: 'M12 7v5l3 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
	single: 'M5.5 12.8l4.2 4.2L19 7.2',
	double: 'M2 12.8l4.2 4.2L15.5 7.2M10.6 15.4l1.6 1.6L21.5 7.2',
	failed: 'M12 7.5v5.5M12 16.2v.3M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
	reply: 'M9.5 6L4 11.5 9.5 17M4.5 11.5h9a6 6 0 0 1 6 6v.5',
	link: 'M13.5 4.5h6v6M19.2 4.8L11 13M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4',
	phone:
		'M5 4.5h3.6l1.7 4.4-2.2 1.6a12 12 0 0 0 5.4 5.4l1.6-2.2 4.4 1.7V19a1.5 1.5 0 0 1-1.6 1.5A15.3 15.3 0 0 1 3.5 6.1 1.5 1.5 0 0 1 5 4.5z',
	copy: 'M9 9h9.5v10.5H9zM15 9V4.5H5.500V15H9',
	document: 'M7 3.500h7l4 4V20.500H7zM14 3.500v4h4M9.8 12h5.500M9.8 15.500h5.5',
	image: 'M4 5.500h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.500v.2',
	video: 'M4 6.500h11v11H4zM15 10.500l5-3v9l-5-3',
	play: 'M8.5 6l9 6-9 6z',
	pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 7.800a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.600z',
	send: 'M4 5l16.5 7L4 19l2.5-7zM6.5 12H13',
	back: 'M19.5 12H5M11 6l-6 6 6 6',
	down: 'M6 9.5l6 6 6-6',
	close: 'M6 6l12 12M18 6L6 18',
	settings:
		'M4 7h9M17.5 7H20M4 17h2.500M11 17h9M15.2 4.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400zM8.8 14.800a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.400z',
	ticket:
		'M3.5 8V6h17v2.500a3.5 3.5 0 0 0 0 7V18h-17v-2.500a3.5 3.5 0 0 0 0-7zM14 6.500v2M14 11v2M14 15.500v2',
	search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.500L20.5 20.5',
	info: 'M12 11v5.500M12 7.500v.3M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
	eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
	mute: 'M9 9.500a3 3 0 0 1 3-3.500M6 16.500h12l-1.500-2.200V11a4.500 4.500 0 0 0-9 0v3.300zM10.500 19h3M4 4l16 16',
	bag: 'M5.5 8h13l1 12.500h-15zM8.5 8V7a3.5 3.5 0 0 1 7 0v1',
	list: 'M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.2M4.500 12h.2M4.500 17.500h.2',
	form: 'M6 3.500h12v17H6zM9 8h6M9 12h6M9 16h3',
	gift: 'M4 8.500h16v4H4zM5.500 12.500h13v8h-13zM12 8.500v12M12 8.500c-2-4.500-6-4.500-5.500-1.500.3 1.500 3 1.500 5.500 1.500 2.500 0 5.200 0 5.500-1.500.5-3-3.500-3-5.500 1.500z',
	device:
		'M8 3h8a1.500 1.500 0 0 1 1.500 1.500v15A1.500 1.500 0 0 1 16 21H8a1.500 1.500 0 0 1-1.500-1.500v-15A1.500 1.500 0 0 1 8 3zM11 18h2',
	chat: 'M4 5h16v11.500H10.500L6 20.500v-4H4zM8 9.300h8M8 12.500h5',
} as const;

export type IconName = keyof typeof paths;

const svgNamespace = 'http://www.w3.org/2000/svg';

export function icon(name: IconName, className = ''): SVGSVGElement {
	const svg = document.createElementNS(svgNamespace, 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('class', `icon ${className}`.trim());
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS(svgNamespace, 'path');
	path.setAttribute('d', paths[name]);
	svg.append(path);
	return svg;
}
