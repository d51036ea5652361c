import { partsOf } from '../checks/callingCodes.ts';

/**
 * Area codes below +1 that are not the United States'. Source: NANPA, "Geographic area codes"; the
 * market of a number follows its calling code and, below +1, its area code (reference §6).
 */
const AREA_CODES =
	'CA 204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 ' +
	'450 460 468 474 506 514 519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 ' +
	'778 780 782 807 819 825 867 873 879 902 905 942;DO 809 829 849;PR 787 939;JM 658 876;BS 242;' +
	'BB 246;AI 264;AG 268;VG 284;VI 340;KY 345;BM 441;GD 473;TC 649;MS 664;MP 670;GU 671;AS 684;' +
	'SX 721;LC 758;DM 767;VC 784;TT 868;KN 869';

const BY_AREA = new Map(
	AREA_CODES.split(';').flatMap((entry) => {
		const [country = '', ...codes] = entry.split(' ');
		return codes.map((code) => [code, country] as const);
	}),
);

/** The two letters of the country whose market a phone belongs to; `ZZ` when none is known. */
export function countryOfNumber(waId: string): string {
	const parts = partsOf(waId);
	if (parts === undefined) return 'ZZ';
	const { callingCode, national, country } = parts;
	if (callingCode === '1') return BY_AREA.get(national.slice(0, 3)) ?? country;
	// Kazakhstan shares +7 with Russia. Source: ITU, national numbering plans.
	if (callingCode === '7' && /^[67]/.test(national)) return 'KZ';
	return country;
}
