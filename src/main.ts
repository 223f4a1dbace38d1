/** The composition root: opens the officer who acted last, and shows the app. */
import { mount } from 'svelte'
import { followCalls } from './state/lead.ts'
import { session } from './state/session.svelte.ts'
import { update } from './state/update.svelte.ts'
import App from './ui/App.svelte'

mount(App, { target: document.getElementById('app')! })
void session.start()
update.start()
followCalls()
