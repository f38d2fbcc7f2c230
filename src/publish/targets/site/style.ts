/**
 * Beside the style of serve: pages of domains, and without scripts there is neither search nor switch of looks, and where
 * there are they are shown.
 */
export const style = `
.domains {
  margin-block-start: 2.5rem;
}
.domain {
  columns: 22rem;
  column-gap: 2.5rem;
}
.domain > li {
  margin-bottom: 0.8rem;
}
.domain p {
  margin: 0;
  padding: 0.12rem 0;
  break-inside: avoid;
}
.domain .said {
  color: var(--soft);
  font-size: 0.88rem;
}
.domain ul {
  margin-inline-start: 0.55rem;
  padding-inline-start: 1.1rem;
  border-inline-start: 1px solid var(--line);
}
.domain li:target > p {
  background: var(--aim);
}
@media (scripting: none) {
  .finder .search,
  .quick,
  .tools {
    display: none;
  }
}
`;
