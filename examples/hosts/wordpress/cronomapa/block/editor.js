/** The block `cronomapa/story` in the editor. No build step: what it needs are WordPress's own globals. */
((wp) => {
  const {InspectorControls, useBlockProps} = wp.blockEditor;
  const {Button, Disabled, PanelBody, Placeholder, TextControl} = wp.components;
  const {createElement: h, useCallback, useState} = wp.element;
  const {__} = wp.i18n;

  const FIELDS = [
    {
      name: 'src',
      label: __('Address of the dataset', 'cronomapa'),
      help: __('On this site, or beginning with https://', 'cronomapa'),
    },
    {
      name: 'selected',
      label: __('Selected event', 'cronomapa'),
      help: __('Its id in the dataset; may be empty', 'cronomapa'),
    },
    {
      name: 'lang',
      label: __('Language', 'cronomapa'),
      help: __('Such as es; empty for that of the page', 'cronomapa'),
    },
  ];

  /** A field for each attribute. */
  const fields = (values, set) =>
    FIELDS.map(({name, label, help}) =>
      h(TextControl, {
        key: name,
        label,
        help,
        value: values[name],
        onChange: (value) => set({...values, [name]: value}),
        __nextHasNoMarginBottom: true,
        __next40pxDefaultSize: true,
      }),
    );

  /** Loads the library into the page that shows the block: the editor's own, or that of its frame. */
  const load = (document) => {
    if (document.getElementById('cronomapa-js')) return;
    const script = document.createElement('script');
    script.id = 'cronomapa-js';
    script.type = 'module';
    script.src = window.cronomapaLibrary;
    document.head.append(script);
  };

  /** Asks for a dataset before there is anything to show. */
  const Empty = ({attributes, setAttributes}) => {
    const [draft, setDraft] = useState(attributes);
    const submit = (event) => {
      event.preventDefault();
      setAttributes({...draft, src: draft.src.trim()});
    };
    return h(
      Placeholder,
      {icon: 'location-alt', label: __('cronomapa story', 'cronomapa')},
      h(
        'form',
        {onSubmit: submit, style: {display: 'grid', gap: '1em', flex: '1 1 100%'}},
        fields(draft, setDraft),
        h('div', {}, h(Button, {variant: 'primary', type: 'submit'}, __('Show the story', 'cronomapa'))),
      ),
    );
  };

  wp.blocks.registerBlockType('cronomapa/story', {
    edit({attributes, setAttributes}) {
      const ref = useCallback((node) => node && load(node.ownerDocument), []);
      const {src, selected, lang} = attributes;
      return h(
        'div',
        useBlockProps({ref}),
        src === ''
          ? h(Empty, {attributes: {src, selected, lang}, setAttributes})
          : [
              h(
                InspectorControls,
                {key: 'fields'},
                h(PanelBody, {title: __('Story', 'cronomapa')}, fields({src, selected, lang}, setAttributes)),
              ),
              // What readers get, or why they get nothing: PHP alone decides.
              h(
                Disabled,
                {key: 'story'},
                h(wp.serverSideRender, {block: 'cronomapa/story', attributes: {src, selected, lang}}),
              ),
            ],
      );
    },
    save: () => null,
  });
})(window.wp);
