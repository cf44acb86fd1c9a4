/** Every text of the page in English, by key. The extension sends them in the language of its window (`strings` of `open`). */
export const pageStrings = {
  close: 'Close',
  late: 'Litshelf did not answer in time.',
  malformed: 'Litshelf’s answer could not be read.',
  failed: 'That did not work: {0}',
  noHost: 'This page is the inside of Litshelf’s catalogue editor; it needs VS Code around it.',

  'column.title': 'Title', 'column.authors': 'Authors', 'column.year': 'Year', 'column.venue': 'Venue', 'column.categories': 'Categories', 'column.identifiers': 'Identifiers', 'column.problems': 'Problems',

  'toolbar.label': 'Catalogue actions', 'menu.label': 'Actions',
  'action.add': 'Add Paper', 'action.addFrom': 'Add Papers from Identifiers or BibTeX…', 'action.duplicate': 'Duplicate', 'action.delete': 'Delete', 'action.merge': 'Merge Two Papers…', 'action.move': 'Move…',
  'action.moveToCategory': 'Move to Category…', 'action.moveToFile': 'Move to File…', 'action.moveToCatalogue': 'Move to Catalogue…', 'action.export': 'Export…', 'action.showText': 'Open as Text', 'action.columns': 'Columns',
  'action.categories': 'Categories', 'action.more': 'More Actions', 'action.help': 'Keyboard Help (?)', 'action.openLink': 'Open Link…', 'action.copyBibtex': 'Copy BibTeX', 'action.copyCitation': 'Copy Formatted Reference',
  'action.insertCitation': 'Insert Citation into the Last Editor', 'action.updateMetadata': 'Update Metadata…', 'action.reveal': 'Reveal in Papers View',

  'filter.label': 'Filter papers', 'filter.placeholder': 'Filter: words, author:wang year:2023.. cat:math has:code', 'filter.clear': 'Clear Filter', 'filter.count': '{0} of {1}', 'filter.found': '{0} of {1} papers',

  'table.label': 'Papers', 'table.untitled': '(no title)', 'table.noPapers': 'There are no papers here yet. Add the first with the + above.', 'table.noMatches': 'No paper matches the filter.', 'table.headerHint': 'Click to sort; drag the right border to size',
  'table.sortedUp': 'Sorted by {0}, ascending', 'table.sortedDown': 'Sorted by {0}, descending', 'table.unsorted': 'In the order of the file',
  'count.error': '{0} error', 'count.errors': '{0} errors', 'count.warning': '{0} warning', 'count.warnings': '{0} warnings', 'count.info': '{0} info', 'count.infos': '{0} infos',
  'severity.error': 'Error:', 'severity.warning': 'Warning:', 'severity.info': 'Info:',

  'banner.broken': 'Line {0}: {1} Until this is repaired in the text, nothing can be changed here.', 'banner.jump': 'Go to Line', 'banner.readOnly': 'This catalogue is read-only.',
  'footer.one': '{0} paper', 'footer.all': '{0} papers', 'footer.shown': '{0} of {1} papers shown', 'footer.selected': '{0} selected', 'footer.noProblems': 'No problems', 'footer.fixAll': 'Fix All',
  'sash.categories': 'Width of the categories', 'sash.form': 'Width of the form',

  'form.label': 'Paper', 'form.back': 'Back to the Table', 'form.lookUp': 'Look Up', 'form.nothing': 'Select a paper to see and edit it.', 'form.noPapers': 'There is nothing to edit yet.', 'form.meta': '{0} · {1}:{2}',
  'section.main': 'Paper', 'section.filing': 'Filing', 'section.words': 'Summary and Notes', 'section.identifiers': 'Identifiers and Links', 'section.publication': 'Publication', 'section.record': 'Catalogue Record',
  'section.unknown': 'Other Fields', 'section.preview': 'Citation Preview',

  'field.id': 'Citation Key', 'field.aliases': 'Other Keys', 'field.type': 'Type', 'field.title': 'Title', 'field.title-short': 'Short Title', 'field.authors': 'Authors', 'field.editors': 'Editors', 'field.issued': 'Published',
  'field.submitted': 'First Posted', 'field.venue': 'Venue', 'field.container-title': 'Proceedings, Journal or Book', 'field.collection-title': 'Series', 'field.volume': 'Volume', 'field.issue': 'Issue', 'field.page': 'Pages',
  'field.edition': 'Edition', 'field.version': 'Version', 'field.publisher': 'Publisher', 'field.publisher-place': 'Place', 'field.arxiv': 'arXiv', 'field.arxiv-class': 'arXiv Class', 'field.doi': 'DOI', 'field.acl': 'ACL Anthology',
  'field.openreview': 'OpenReview', 'field.isbn': 'ISBN', 'field.language': 'Language', 'field.links': 'Links', 'field.categories': 'Categories', 'field.tags': 'Tags', 'field.summary': 'Summary', 'field.abstract': 'Abstract',
  'field.lists': 'Public Lists', 'field.note': 'Note', 'field.unchecked': 'Not checked yet: only the identifier is certain', 'field.added': 'Added', 'field.status': 'Reading Status', 'field.starred': 'Starred', 'field.removed': 'Hides this paper of a lower catalogue',

  'type.article': 'Preprint', 'type.article-journal': 'Journal article', 'type.article-magazine': 'Magazine article', 'type.book': 'Book', 'type.chapter': 'Book chapter', 'type.dataset': 'Dataset', 'type.document': 'Document',
  'type.paper-conference': 'Conference paper', 'type.patent': 'Patent', 'type.post-weblog': 'Blog post', 'type.report': 'Report', 'type.review': 'Review', 'type.software': 'Software', 'type.speech': 'Talk', 'type.thesis': 'Thesis', 'type.webpage': 'Web page',
  'status.unread': 'Unread', 'status.reading': 'Reading', 'status.read': 'Read',
  'choice.none': '—', 'choice.unknown': '{0} (unknown)',

  'people.nth': '{0}, {1} of {2}', 'people.new': '{0}: add', 'people.add.authors': 'Add an author, or paste a list', 'people.add.editors': 'Add an editor, or paste a list', 'people.remove': 'Remove', 'people.moved': 'Now {0} of {1}', 'people.pasted': '{0} names pasted',
  'chips.add.tags': 'Add a tag', 'chips.add.aliases': 'Add a key', 'chips.remove': 'Remove {0}', 'chips.added': 'Added {0}',
  'links.kind': 'Kind', 'links.address': 'https://…', 'links.add': 'Add Link', 'lists.list': 'List', 'lists.section': 'Section > Section', 'lists.note': 'Remark', 'lists.add': 'Add List', 'rows.remove': 'Remove',
  'identifier.open': 'Open {0} page', 'date.placeholder': 'YYYY-MM-DD',
  'unknown.about': 'Litshelf does not know these fields. It keeps them as they are.', 'unknown.edit': 'Edit as Text',
  'preview.citation': 'Reference', 'preview.none': 'There is not enough here to cite yet.',

  'check.required': '{0} is needed.', 'check.identifier': 'This is no {0} identifier, such as {1}.', 'check.date': 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.', 'check.key': 'A key holds letters, digits and - _ : . + / and begins with a letter or a digit.',
  'check.web': 'A link begins with https:// (or http://).',

  'lookUp.label': 'Look Up', 'lookUp.busy': 'Asking the services…', 'lookUp.nothing': 'The services know nothing that is missing here.', 'lookUp.found': '{0} differences found', 'lookUp.accept': 'Accept Ticked', 'lookUp.dismiss': 'Dismiss', 'lookUp.from': 'now: ', 'lookUp.to': 'found: ',

  'bulk.title': '{0} papers', 'bulk.about': 'Every change here is made in all of them, as one undo step.', 'bulk.edit': '{0} of {1} papers', 'bulk.keep': 'Keep as they are', 'bulk.some': '{0} ({1})',

  'categories.label': 'Categories', 'categories.close': 'Hide Categories', 'categories.none': 'There are no categories. catalog.yaml lists them.', 'categories.unknown': 'catalog.yaml does not have this category', 'categories.counts': '{0} here, {1} with what is below',
  'categories.name': 'Name of the category', 'categories.add': 'Add Category', 'categories.addUnder': 'Add Category Below', 'categories.rename': 'Rename', 'categories.delete': 'Delete Category', 'categories.cut': 'Cut', 'categories.paste': 'Paste Below', 'categories.merge': 'Merge What Was Cut into This',
  'categories.filter': 'Filter by This Category', 'categories.cutDone': '{0} is cut', 'categories.merged': 'the merged category', 'categories.moved': 'the new place of {0}', 'categories.deleted': 'the deletion of {0}', 'categories.renamed': 'the name {0}', 'categories.added': 'the category {0}',

  'edit.saved': 'Saved {0}', 'edit.refused': '{0} was not saved: {1}', 'edit.failed': '{0} could not be saved.', 'edit.add': 'the new paper', 'edit.duplicate': 'the copy', 'edit.deleteOne': 'the deletion of a paper', 'edit.delete': 'the deletion of {0} papers', 'edit.fixAll': 'all fixes',

  'help.title': 'Keyboard', 'help.everywhere': 'Everywhere', 'help.table': 'Table', 'help.header': 'Column Headers', 'help.formKeys': 'Form', 'help.categories': 'Categories',
  'help.help': 'Show this', 'help.filter': 'Filter', 'help.parts': 'Next part of the page', 'help.undo': 'Undo', 'help.escape': 'Back to the table', 'help.move': 'Move', 'help.extend': 'Extend the selection', 'help.toggle': 'Add to or take from the selection', 'help.all': 'Select all',
  'help.form': 'Edit the paper', 'help.delete': 'Delete', 'help.copy': 'Copy BibTeX', 'help.typeAhead': 'Go to a title', 'help.menu': 'Menu', 'help.columns': 'Next column', 'help.sort': 'Sort', 'help.size': 'Narrower, wider', 'help.save': 'Write now', 'help.restore': 'Restore the field',
  'help.moveItem': 'Move an author', 'help.tick': 'Tick (in the form)', 'help.rename': 'Rename', 'help.addCategory': 'Add', 'help.moveCategory': 'Move', 'help.cut': 'Cut and paste below', 'help.deleteCategory': 'Delete', 'help.filterCategory': 'Filter by it',
} as const;

export type PageString = keyof typeof pageStrings;
