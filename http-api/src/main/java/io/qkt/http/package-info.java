/** The control plane over HTTP: routes and their JSON, nothing decided here. */
package io.qkt.http;
