<?php
/**
 * Of the test alone: `php install.php WORDPRESS USER PASSWORD` fills the empty database, without a mail.
 *
 * @package cronomapa
 */

[ , $root, $user, $password ] = $argv;
define( 'WP_INSTALLING', true );

function wp_new_blog_notification() {}

require $root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'The Gazette', $user, 'editor@example.org', true, '', $password );
