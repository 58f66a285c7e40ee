<?php
// A plugin that is always on. WordPress asks nothing of loopback, nor of unusual ports, unless it is told to.
add_filter('http_request_host_is_external', fn($external, $host) => $external || $host === '127.0.0.1', 10, 2);
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) getenv('HOSTS_SITE_PORT')]);
