/** Line icons on a 24 × 24 grid. */
const PATHS = {
	reply: 'M9.5 6L4 11.5 9.5 17M4.5 11.5h9a6 6 0 0 1 6 6v.5',
	link: 'M13.5 4.5h6v6M19.2 4.8L11 13M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4',
	phone:
		'M5 4.5h3.6l1.7 4.4-2.2 1.6a12 12 0 0 0 5.4 5.4l1.6-2.2 4.4 1.7V19a1.5 1.5 0 0 1-1.6 1.5A15.3 15.3 0 0 1 3.5 6.1 1.5 1.5 0 0 1 5 4.5z',
	copy: 'M9 9h9.5v10.5H9zM15 9V4.5H5.5V15H9',
	form: 'M5 4.5h14v15H5zM8.5 9h7M8.5 12.5h7M8.5 16h4',
	catalog: 'M4.5 9.5h15v10h-15zM4.5 9.5l1.5-5h12l1.5 5M9 13h6',
	product: 'M5.5 8h13l1 12h-15zM9 10.5V7a3 3 0 0 1 6 0v3.5',
	pay: 'M3.5 6h17v12h-17zM3.5 10h17M7 14.5h4',
	contact: 'M12 4.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.500-4 3.5-5.5 7.5-5.5s7 1.5 7.5 5.5',
	other: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9 12h6',
	list: 'M8.5 6.5h11M8.5 12h11M8.5 17.5h11M4.5 6.5h.200M4.5 12h.200M4.5 17.5h.200',
	image: 'M4 5.5h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5v.200',
	video: 'M4 6.5h11v11H4zM15 10.5l5-3v9l-5-3',
	gif: 'M4 5.5h16v13H4zM10 10.5H8.5a1 1 0 0 0-1 1v1a1 1 0 0 0 1 1H10V12H9M12.5 10.5v3M15 13.5v-3h2M15 12h1.5',
	document: 'M7 3.5h7l4 4V20.5H7zM14 3.5v4h4M9.8 12h5.5M9.8 15.5h5.5',
	pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 7.8a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z',
	gift: 'M4.5 11h15v9h-15zM3.5 7.5h17V11h-17zM12 7.5V20M12 7.5C8 7.5 7 3.5 9.5 3.5S12 7.5 12 7.5s0-4 2.5-4 1.5 4-2.5 4',
	play: 'M9 6.5l8 5.5-8 5.5z',
} as const;

export type IconName = keyof typeof PATHS;

/**
 * An icon as a picture within the style sheet, coloured by the text around it: n8n's HTML display
 * removes `<svg>` and pictures with `data:` links, and leaves style sheets alone.
 */
export function iconRule(name: IconName): string {
	const svg =
		"%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' " +
		`stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='${PATHS[name]}'/%3E%3C/svg%3E`;
	return `.wap-i-${name}{-webkit-mask-image:url("data:image/svg+xml,${svg}");mask-image:url("data:image/svg+xml,${svg}")}`;
}

export const ICONS = Object.keys(PATHS) as IconName[];

export const icon = (name: IconName): string => `<i class="wap-i wap-i-${name}"></i>`;
