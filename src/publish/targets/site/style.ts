/** Beside the style of serve: without scripts there is neither search nor switch of looks, and where there are they are shown. */
export const style = `
@media (scripting: none) {
  .finder .search,
  .quick,
  .tools {
    display: none;
  }
}
`;
