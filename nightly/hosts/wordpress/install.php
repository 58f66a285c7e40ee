<?php
// Installs WordPress with an editor and an author, and prints who they are and its version as JSON.
function wp_new_blog_notification() {}
define('WP_INSTALLING', true);
require getenv('HOSTS_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Host', 'admin', 'admin@example.org', false, '', wp_generate_password());
switch_theme('twentytwentyfive');
$passwords = [];
foreach (['editor', 'author'] as $role) {
    $id = wp_insert_user(['user_login' => $role, 'user_pass' => wp_generate_password(), 'role' => $role]);
    [$passwords[$role]] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'hosts']);
}
$version = "WordPress {$GLOBALS['wp_version']}, theme " . wp_get_theme()->get('Name') . ', PHP ' . PHP_VERSION;
echo json_encode(['version' => $version, 'passwords' => $passwords]);
