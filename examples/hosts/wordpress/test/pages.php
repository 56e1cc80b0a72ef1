<?php
/**
 * Of the test alone: `php pages.php WORDPRESS DATASET` activates the plugin, writes the pages that the browser visits,
 * and prints their addresses as JSON. DATASET is the address of a dataset on this site.
 *
 * @package cronomapa
 */

[ , $root, $dataset ] = $argv;
require $root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_set_current_user( 1 );
$error = activate_plugin( 'cronomapa/cronomapa.php', '', false, false );
if ( is_wp_error( $error ) ) {
	fwrite( STDERR, $error->get_error_message() . "\n" );
	exit( 1 );
}

function block( $attributes ) {
	return get_comment_delimited_block_content( 'cronomapa/story', $attributes, '' );
}

/** As a block of the editor holds it: with paragraphs of its own around. */
function shortcode_block( $text ) {
	return "<!-- wp:shortcode -->\n$text\n<!-- /wp:shortcode -->";
}

$hostile = '"><img src=x onerror=alert(1)>';
$coded   = esc_attr( $hostile ); // As WordPress keeps it for authors who may not write HTML as they like.
$url     = 'javascript:alert(1)';

$pages = array(
	'block'      => array( 'post', block( array( 'src' => $dataset, 'selected' => 'release-2025-12-25' ) ) ),
	'shortcodes' => array(
		'page',
		"Before.\n\n[cronomapa src=\"$dataset\" selected=\"oil-blockade\" heading-level=\"3\" onclick=\"alert(1)\"]\n\n"
		// From the site's home.
		. 'Between. [cronomapa src="' . ltrim( $dataset, '/' ) . "\" lang=\"es\" theme=\"dark\" permalink]\n\nAfter.",
	),
	'hostile'    => array(
		'page',
		implode(
			"\n\n",
			array(
				// WordPress itself takes "src=x" of this one for the shortcode's; /x is a dataset, in this test.
				"[cronomapa src='$url' selected='$hostile' /]",
				"[cronomapa src='$url' selected='$coded' /]",
				"[cronomapa src=' JaVaScRiPt&#58;alert(1)' /]",
				"[cronomapa src='java\tscript:alert(1)' /]",
				"[cronomapa src='data:application/json,{}' /]",
				"[cronomapa src='//elsewhere.example/story.json' /]",
				"[cronomapa src='/&amp;#47;elsewhere.example/story.json' /]",
				"[cronomapa src='/\\\\elsewhere.example/story.json' /]",
				"[cronomapa src='http://elsewhere.example/story.json' /]",
				"[cronomapa src='ftp://elsewhere.example/story.json' /]",
				'[cronomapa /]',
				block( array( 'src' => $url, 'selected' => $hostile ) ),
				block( array( 'src' => "$dataset?$hostile", 'selected' => $hostile, 'lang' => $hostile ) ),
				"[cronomapa src='$dataset' selected='$coded' lang='$coded' theme='$coded' heading-level='$coded' allow-hosts='$coded' "
				. "permalink='$coded' onload='alert(1)' style='display:none' data-x='$coded']"
				. '<p>Kept<script>alert(1)</script><img src=x onerror=alert(1)></p></div></crono-story>[/cronomapa]',
			)
		),
	),
	'classic'    => array(
		'page',
		"Before.\n\n[cronomapa src=\"$dataset\"]<p>Fallback 0</p>[/cronomapa]\n\n"
		. "[cronomapa src=\"$dataset\"]Fallback 1[/cronomapa]\n\n"
		. "[cronomapa src=\"$dataset\"]\n\nFallback 2\n\nmore\n\n[/cronomapa]\n\n"
		. "[cronomapa src=\"$dataset\"]Fallback 3\n\n<ul><li>more</li></ul>[/cronomapa]\n\nAfter.",
	),
	'blocks'     => array(
		'page',
		"<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->\n\n"
		. shortcode_block( "[cronomapa src=\"$dataset\"]<p>Fallback 0</p>[/cronomapa]" ) . "\n\n"
		. shortcode_block( "[cronomapa src=\"$dataset\"]Fallback 1[/cronomapa]" ) . "\n\n"
		. shortcode_block( "[cronomapa src=\"$dataset\"]\n\nFallback 2\n\nmore\n\n[/cronomapa]" ) . "\n\n"
		. shortcode_block( "[cronomapa src=\"$dataset\"]<p>Fallback 3</p>\n\n<ul><li>more</li></ul>[/cronomapa]" )
		. "\n\n<!-- wp:paragraph -->\n<p>After.</p>\n<!-- /wp:paragraph -->",
	),
	'none'       => array( 'page', 'A page without a story.' ),
);

$addresses = array();
foreach ( $pages as $name => [ $type, $content ] ) {
	$id = wp_insert_post(
		wp_slash(
			array(
				'post_type'    => $type,
				'post_status'  => 'publish',
				'post_title'   => $name,
				'post_content' => $content,
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() . "\n" );
		exit( 1 );
	}
	$addresses[ $name ] = get_permalink( $id );
}
echo wp_json_encode( $addresses );
