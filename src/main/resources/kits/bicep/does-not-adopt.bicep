// The application has no unique name: as it is, this creates a second client. To take over the one that exists,
// first give it the unique name below, which cannot be changed later:
//   az rest --method PATCH --url https://graph.microsoft.com/v1.0/applications/OBJECT-ID --body '{"uniqueName":"UNIQUE-NAME"}'
