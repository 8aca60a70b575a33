package io.milepost.platform.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A transactional producer of one process: what is sent is gathered and goes to the broker at the commit, in two calls. */
public final class MemoryProducer implements InvocationHandler {

    private final MemoryBroker broker;
    private final Instance instance;
    private final String id;
    private final List<ProducerRecord<byte[], byte[]>> gathered = new ArrayList<>();
    private int epoch;

    private MemoryProducer(MemoryBroker broker, Instance instance, String id) {
        this.broker = broker;
        this.instance = instance;
        this.id = id;
    }

    @SuppressWarnings("unchecked")
    static Producer<byte[], byte[]> of(MemoryBroker broker, Instance instance, Map<String, Object> settings) {
        var id = (String) settings.get(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                MemoryProducer.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                new MemoryProducer(broker, instance, id));
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) {
        switch (method.getName()) {
            case "initTransactions" ->
                epoch = instance.ask(() -> "opens " + id, MemoryProducer::silence, () -> broker.open(id));
            case "beginTransaction" -> gathered.clear();
            case "send" -> send((ProducerRecord<byte[], byte[]>) arguments[0]);
            case "flush" -> flush();
            case "commitTransaction" -> commit();
            case "abortTransaction" -> abort();
            case "close" -> gathered.clear();
            default -> throw new UnsupportedOperationException(method.toString());
        }
        return null;
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (broker.has(Flaw.THE_CHECKPOINT_IS_NOT_IN_THE_TRANSACTION)
                && record.topic().endsWith("checkpoint")) {
            broker.append(record);
        } else {
            gathered.add(record);
        }
    }

    private void flush() {
        var records = List.copyOf(gathered);
        int mine = epoch;
        boolean _ = instance.ask(
                () -> "sends %d records as %s/%d".formatted(records.size(), id, mine),
                MemoryProducer::silence,
                new Instance.Call<>() {
                    @Override
                    public Boolean apply() {
                        broker.append(id, mine, records);
                        return true;
                    }

                    @Override
                    public void half() {
                        broker.append(id, mine, records.subList(0, records.size() / 2));
                    }
                });
        gathered.clear();
    }

    private void commit() {
        flush();
        int mine = epoch;
        boolean _ = instance.ask(() -> "commits as %s/%d".formatted(id, mine), MemoryProducer::silence, () -> {
            broker.commit(id, mine);
            return true;
        });
    }

    private void abort() {
        boolean _ = instance.ask(() -> "aborts as %s/%d".formatted(id, epoch), MemoryProducer::silence, () -> {
            broker.abort(id, epoch);
            return true;
        });
    }

    private static RuntimeException silence(boolean applied) {
        return new TimeoutException("no answer");
    }
}
