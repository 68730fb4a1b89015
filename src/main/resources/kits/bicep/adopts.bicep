// The application has the unique name below, so that this takes it over. With another one it creates a second client.
