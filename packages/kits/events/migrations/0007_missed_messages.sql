-- On RabbitMQ: the id of the event at which the history of a type is taken up again. It is the first of those that a
-- release has passed over because it did not take the type.
alter table sliceway.subscribed_type add column missed text;
