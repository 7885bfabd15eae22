const forms = [
  [/^(0800)(\d{3})(\d{2})$/, '$1/$2 $3'],
  [/^(04\d\d)(\d\d)(\d\d)(\d\d)$/, '$1/$2 $3 $4'],
  [/^(0[2349])(\d{3})(\d\d)(\d\d)$/, '$1/$2 $3 $4'],
  [/^(0\d\d)(\d\d)(\d\d)(\d\d)$/, '$1/$2 $3 $4'],
];

/** A Belgian telephone number as people write it, such as 0800/355 30. Any other number stays as it is. */
export function written(number) {
  const national = number.startsWith('+32') ? `0${number.slice(3)}` : number;
  const form = forms.find(([pattern]) => pattern.test(national));
  return form ? national.replace(...form) : number;
}

/** Digits in groups of three. */
export const grouped = digits => digits.replace(/(...)(?=.)/g, '$1 ');

/** A code such as flanders-brussels as a name: Flanders and Brussels. */
export const named = code => code.split('-').map(part => part.charAt(0).toUpperCase() + part.slice(1)).join(' and ');
