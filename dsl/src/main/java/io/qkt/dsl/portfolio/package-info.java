/** What a portfolio's file and those that it imports become. */
package io.qkt.dsl.portfolio;
