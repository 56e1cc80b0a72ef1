<?php
/**
 * Of the test alone, as wp-content/mu-plugins/offline.php: keeps WordPress and its pages from asking other servers.
 * WP_HTTP_BLOCK_EXTERNAL and DISABLE_WP_CRON are in wp-config.php beside it.
 *
 * @package cronomapa
 */

// WordPress itself asks nobody, not even this site.
add_filter( 'pre_http_request', static fn() => new WP_Error( 'offline', 'No requests in this test.' ) );

// Emoji are drawn as pictures from s.w.org where the browser lacks them.
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
remove_action( 'wp_print_styles', 'print_emoji_styles' );
remove_action( 'admin_print_styles', 'print_emoji_styles' );
add_filter( 'emoji_svg_url', '__return_false' );
add_filter( 'wp_resource_hints', '__return_empty_array' );

// Faces come from gravatar.com, patterns from api.wordpress.org.
add_filter( 'pre_option_show_avatars', '__return_zero' );
add_filter( 'should_load_remote_block_patterns', '__return_false' );

// The search for blocks looks in the directory of wordpress.org too.
remove_action( 'enqueue_block_editor_assets', 'wp_enqueue_editor_block_directory_assets' );

// The news of the dashboard, and the question whether there are updates.
add_filter( 'automatic_updater_disabled', '__return_true' );
foreach ( array( 'core', 'plugins', 'themes' ) as $what ) {
	add_filter( "pre_site_transient_update_$what", '__return_null' );
	remove_action( 'admin_init', "_maybe_update_$what" );
}

// The editor's welcome has pictures from s.w.org.
add_filter(
	'get_user_metadata',
	static function ( $value, $user, $key ) {
		if ( ! is_string( $key ) || substr( $key, -strlen( 'persisted_preferences' ) ) !== 'persisted_preferences' ) {
			return $value;
		}
		$quiet = array( 'welcomeGuide' => false, 'enableChoosePatternModal' => false );
		return array(
			array(
				'core/edit-post' => $quiet,
				'core'           => $quiet,
				'_modified'      => gmdate( 'c' ),
			),
		);
	},
	10,
	3
);
