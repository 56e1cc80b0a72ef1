<?php
/**
 * Plugin Name:       cronomapa
 * Description:       Linked maps and timelines: a block and a shortcode that show one story, from your own server.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       cronomapa
 *
 * @package cronomapa
 */

defined( 'ABSPATH' ) || exit;

/** What an author may set on a story. Nothing else reaches the page. */
const CRONOMAPA_ATTRIBUTES = array( 'src', 'selected', 'lang', 'theme', 'heading-level', 'permalink', 'allow-hosts' );

/**
 * The library's script, in this plugin's own folder. Without a version behind it: its parts ask for it by its bare
 * name, and a browser that has seen two addresses loads it twice.
 */
function cronomapa_library() {
	return plugins_url( 'cdn/cronomapa.js', __FILE__ );
}

add_action(
	'init',
	static function () {
		add_shortcode( 'cronomapa', 'cronomapa_shortcode' );

		wp_register_script(
			'cronomapa-editor',
			plugins_url( 'block/editor.js', __FILE__ ),
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
			(string) filemtime( __DIR__ . '/block/editor.js' ),
			true
		);
		wp_add_inline_script(
			'cronomapa-editor',
			'window.cronomapaLibrary = ' . wp_json_encode( cronomapa_library() ) . ';',
			'before'
		);
		register_block_type( __DIR__ . '/block', array( 'render_callback' => 'cronomapa_block' ) );
	}
);

// A dataset may be uploaded like a picture, by those who may upload. Browsers run nothing that is served as JSON.
add_filter(
	'upload_mimes',
	static function ( $types ) {
		return $types + array( 'json' => 'application/json' );
	}
);

/** Asks for the library, as a module, once for the page. */
function cronomapa_enqueue() {
	if ( function_exists( 'wp_enqueue_script_module' ) ) { // WordPress 6.5.
		wp_enqueue_script_module( 'cronomapa', cronomapa_library(), array(), null );
		return;
	}
	wp_enqueue_script( 'cronomapa', cronomapa_library(), array(), null, true );
	add_filter( 'script_loader_tag', 'cronomapa_module_tag', 10, 3 );
}

/** Before WordPress 6.5: the script's tag says that it is a module. */
function cronomapa_module_tag( $tag, $handle, $src ) {
	return 'cronomapa' === $handle
		? sprintf( "<script type=\"module\" src=\"%s\" id=\"cronomapa-js\"></script>\n", esc_url( $src ) )
		: $tag;
}

/** `https://host:port` in small letters, or ''. */
function cronomapa_origin( $url ) {
	$parts = wp_parse_url( $url );
	if ( empty( $parts['scheme'] ) || empty( $parts['host'] ) ) {
		return '';
	}
	$scheme = strtolower( $parts['scheme'] );
	$port   = $parts['port'] ?? ( 'https' === $scheme ? 443 : 80 );
	return $scheme . '://' . strtolower( $parts['host'] ) . ':' . $port;
}

/**
 * The address of a dataset, or '' when it is refused: it is on this site, or begins with https. One without a slash in
 * front counts from the site's home, in the editor too.
 */
function cronomapa_address( $src ) {
	$url = trim( (string) $src );
	do {
		$coded = $url;
		$url   = html_entity_decode( $coded, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	} while ( $url !== $coded );

	// Browsers leave out tabs and line breaks, and take "\" for "/".
	if ( '' === $url || preg_match( '/[\x00-\x1f\x7f\\\\]/', $url ) || 0 === strpos( $url, '//' ) ) {
		return '';
	}
	if ( preg_match( '#^[a-z][a-z0-9+.-]*:#i', $url ) ) {
		$origin = cronomapa_origin( $url );
		$local  = '' !== $origin && cronomapa_origin( home_url() ) === $origin;
		return $local || 0 === strpos( $origin, 'https://' ) ? $url : '';
	}
	return '/' === $url[0] ? $url : home_url( '/' . $url );
}

/**
 * One `<crono-story>`.
 *
 * @param array  $given    What the author set, by the names of CRONOMAPA_ATTRIBUTES.
 * @param string $fallback HTML that stands for the story until it is drawn, and where it cannot be.
 */
function cronomapa_story( $given, $fallback = '' ) {
	$src = esc_url( cronomapa_address( $given['src'] ?? '' ), array( 'http', 'https' ) );
	if ( '' === $src ) {
		return current_user_can( 'edit_posts' )
			? '<p class="cronomapa-refused"><strong>cronomapa:</strong> ' . esc_html__(
				'This story has no dataset that can be shown. Its address must be on this site or begin with https://. Readers do not see this message.',
				'cronomapa'
			) . '</p>'
			: '';
	}
	cronomapa_enqueue();

	$html = '<crono-story src="' . $src . '"';
	foreach ( array_diff( CRONOMAPA_ATTRIBUTES, array( 'src' ) ) as $name ) {
		if ( isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ) {
			$html .= ' ' . $name . '="' . esc_attr( (string) $given[ $name ] ) . '"';
		}
	}
	// WordPress leaves halves of paragraphs at the ends of what a shortcode encloses.
	$fallback = force_balance_tags( wp_kses_post( $fallback ) );
	$fallback = trim( preg_replace( '#<p>(?:\s|<br\s*/?>)*</p>#i', '', $fallback ) );
	if ( '' !== $fallback ) {
		$fallback = '<div slot="fallback">' . $fallback . '</div>';
	}
	return $html . '>' . $fallback . '</crono-story>';
}

/** `[cronomapa src="/stories/bridge.json" selected="bridge-opened"]`, or with a fallback and `[/cronomapa]`. */
function cronomapa_shortcode( $given, $content = '' ) {
	$attributes = array();
	foreach ( (array) $given as $name => $value ) {
		if ( is_int( $name ) ) { // A name without a value.
			$attributes[ $value ] = '';
		} else {
			$attributes[ $name ] = $value;
		}
	}

	return cronomapa_story( $attributes, (string) $content );
}

/** The block `cronomapa/story`. */
function cronomapa_block( $attributes ) {
	// An empty field of the editor is one that was not filled in.
	$filled = array_filter( $attributes, static fn( $value ) => '' !== $value );
	$story  = cronomapa_story( $filled );
	return '' === $story ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $story . '</div>';
}
